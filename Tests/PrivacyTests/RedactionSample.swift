/// Made-up sentences in the manner of complaints; "{kind:text}" is what should be taken out, and
/// "\n" a line feed. All people and numbers are invented or published test values.
enum RedactionSample {
  static let lines = labelled + further + unlabelled + furtherUnlabelled

  static let labelled = #"""
    You can reach me at {email:ana.ruiz@example.org}.
    My old address {email:j_smith+shop@mail.example.co.uk} no longer works.
    Mail from <{email:noreply@shop.example.com}> keeps coming.
    I wrote to {email:help@xn--bcher-kva.example} twice, no answer
    mailto:{email:KARL.HEINZ@EXAMPLE.DE} bounced.
    Is {email:josé@example.es}, as I said, too hard to type?
    CC: {email:a@example.nl};{email:b@example.nl}
    It said {email:first.last@example.com}... and then nothing.
    Call me on {phone:07700 900123} after six.
    My number is {phone:+44 20 7946 0018} and nobody rang.
    Tel: {phone:(020) 7946 0991}
    I gave them {phone:+1 (555) 010-4477} and they lost it.
    Ring {phone:555-010-4477} or leave it.
    the driver had {phone:0113 496 0234} written down
    They phoned {phone:0031 20 555 0123} by mistake.
    mobile {phone:+31612345678}
    Text me at {phone:07700900456}, please.
    My landline, {phone:01632 960 983}, is dead again.
    Ihre Nummer {phone:030/90182000} war besetzt.
    Mon portable: {phone:06 39 98 12 34}.
    whatsapp {phone:+49-151-23456789} any time
    The phone number 24 hours: {phone:1-800-555-0199}
    You charged {card:4111 1111 1111 1111} twice.
    My card {card:5500-0000-0000-0004} was declined.
    amex {card:3782 822463 10005} and again
    They read {card:5555555555554444} out loud in the shop!
    Refund to {card:4012 8888 8888 1881} never arrived.
    card number {card:6011000000000004}.
    Please pay {iban:GB29 NWBK 6016 1331 9268 19}.
    IBAN {iban:DE89370400440532013000}
    my bank: {iban:NL91 ABNA 0417 1643 00}, thanks
    Refund to {iban:FR14 2004 1010 0505 0001 3M02 606} by Friday.
    iban {iban:es9121000418450200051332} was on the form
    I live at {address:4 Mill Lane}, {postcode:SW1A 1AA}.
    Wrong street: {postcode:M1 1AE} is not {postcode:B33 8TH}.
    they sent it to {postcode:cr2 6xh} again
    Delivered to {postcode:EC1A1BB} instead
    {address:Keizersgracht 1}, {postcode:1015 CN} Amsterdam
    Send it to {postcode:K1A 0B1}, Ottawa.
    Springfield {postcode:62704-1234} is my address.
    Onze straat in {postcode:3511AB} Utrecht wordt overgeslagen.
    My order {identifier:FN-7663383} never came.
    Order number: {identifier:204-5567123-99}
    order no. {identifier:88123} is late
    Re: case {identifier:00012345}, third time
    Account {identifier:1234 5678} was closed without notice.
    Booking reference {identifier:QX77812} was lost.
    Invoices {identifier:445566} and {identifier:445567} are wrong.
    I quoted policy {identifier:HH/882/9912} each time.
    your ref {identifier:AB1234C}
    Ticket #{identifier:55120} was closed.
    The tracking number is {identifier:JD0002233445566}
    Dear Ms {name:Ruiz}, I am sorry.
    Hello {name:Ana}, thanks for your mail.
    I spoke to {name:Gary} on Monday.
    I spoke with {name:Priya Patel} who hung up.
    A guy called {name:Dwayne} promised a refund.
    My name is {name:Maria van der Berg} and I am cross.
    It never came.\n\nKind regards,\n{name:Ana Ruiz}
    Fix it now.\nThanks,\n{name:Tom}
    Yours sincerely\n{name:J. O'Neill}
    Then Mrs {name:Okafor} said no; {name:Okafor} was rude.
    an engineer named {name:Łukasz} left a mess
    I talked to {name:Zoë} and {name:Zoë}'s boss.
    Dear Mr {name:Smith}, order {identifier:998877} and {phone:07700 900999}.
    Hi {name:Liam}, mail {email:liam@example.com} or {phone:020 7946 0123}
    Call me about order {identifier:7663383} on {phone:07700 900321}.
    I told {name:Beth} twice. spoke to {name:Beth} again
    She was rude. Regards, {name:Colin Firthwell}
    talked to {name:raj} in billing, who was no help
    My wife {name:Elena} waited in all day.
    Spoke to a lady called {name:Jean} (ext 42) on 3 March at 14:05, {identifier:CAS-20417} raised.
    Good afternoon Mrs {name:Bell}, please see order {identifier:1002003004}.
    We are customer {identifier:7781234} and have been for 20 years.
    Spoke with {name:Amir}’s manager, who blamed {name:Amir}.
    ring {phone:01224 496 0777} not {phone:01224 496 0778}
    Email {email:o'neill@example.ie}, tel. {phone:+353 1 555 0199}, {postcode:BT1 5GS}
    Claim number is {identifier:4471-2209-B}, excess £250.
    Your adviser {name:Sandra} never rang back.
    Ich heiße {name:Jürgen} und warte seit Mai.
    Sort it.\n\nBest wishes\n{name:Helen Marsh}\n{phone:07700 900777}
    Parcel {identifier:H00AB1234567} went to {postcode:LS1 4AP} and not {postcode:LS14 1AP}.
    On Monday at 14:02, {name:Ana Ruiz} <{email:ana@example.org}> wrote:
    Account number {identifier:12-34-56 12345678} was emptied.
    Please help.\nThank you\n{name:Sarah Jones}
    my number ends in nought, {phone:double oh seven}
    """#.split(separator: "\n").map(String.init)
}

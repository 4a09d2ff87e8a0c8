extension RedactionSample {
  /// More of what the first sample has little of, and of what it did not have.
  static let further = #"""
    visa {card:4242 4242 4242 4242} exp 04/28
    It was the {card:4000056655665556} card, not the other.
    mastercard {card:2223 0031 2200 3222} please
    They kept my {card:3056 930902 5904} on file
    the long number is {card:6304000000000000} and they asked for it
    Your app shows {card:4111-1111-1111-1111} in plain sight.
    Konto {iban:AT61 1904 3002 3457 3201} steht auf der Rechnung
    pay it into {iban:BE68 5390 0754 7034}
    {iban:CH9300762011623852957} was wrong by a digit
    to {iban:IE29 AIBK 9311 5212 3456 78} in Dublin
    {iban:SE45 5000 0000 0583 9825 7466} is closed
    the account {iban:PL61109010140000071219812874} got nothing
    I have moved to {address:Flat 3, 22 Queen's Road}, {postcode:LS6 1AA}.
    write to {address:Unit 7, Wharf Road}, Swindon
    Your van went to {address:14 Mill Street} and not to {address:14a Mill Street}.
    {address:12 Orchard Close}\nWymondham
    we are at {address:101 High St} since May
    Delivered to {address:7 King's Cross Road} again!
    Meine Adresse ist {address:Hauptstraße 12}, {postcode:1015 CN} gibt es nicht
    {address:19 Station Approach}\nReading
    It stood outside {address:6 The Green Lane} all night
    My neighbour at {address:33 St John's Terrace} signed for it.
    Good morning {name:Quentin}, still waiting.
    {name:Priya} on the desk was kind but {name:Gareth Hughes} was not.
    When {name:Fatima} phoned back it was too late.
    I was told by {name:Kevin} that {name:Kevin} had left.
    Her badge said {name:Siobhan}.
    His name was {name:Bartholomew} and he laughed.
    It never came.\n\n{name:Colin Farrow}
    It never came.\n\n{name:Amara}
    It never came.\n\n-- \n{name:T. van Dijk}\n{phone:07700 900555}
    It never came.\n\n{name:Wendy Agnew}\n\nOn Monday, Customer Care wrote:\n> We are sorry.
    It never came.\n\n{name:D. Fairley}, Hull
    It never came.\n\n{name:Elsie Thwaite} (Miss)
    It never came.\n\n{name:Rob E}.
    It never came. What now? {name:Malik}
    To: {name:Zbigniew Nowak}\nSubject: no bike
    {name:Nick} asked. Then {name:Nick Paterson} asked again.
    Please tell {name:Daniel Obi-Wright} in Exeter.
    My son {name:Oliver} and I waited. {name:Oliver} cried.
    Repair {identifier:R-8240} is late
    receipt ({identifier:55120}) enclosed
    sort code {identifier:20-00-00 55779911} if you must
    patient number {identifier:4857773456}, seen at nine
    your driver wanted my licence {identifier:MORGA657054SM9IJ} number
    """#.split(separator: "\n").map(String.init)

  /// More sentences in which nothing is to be taken out.
  static let furtherUnlabelled = #"""
    John Lewis would have replaced it, Thomas Cook is no more.
    The 2 Year Guarantee was refused in 3 Good Days.
    I waited 20 Minutes Park Lane was shut.
    It never came.\n\nI am still waiting.
    It never came.\n\nPlease reply.
    First paragraph.\n\nStock Shortages\n\nThey ran out of it.
    It never came.\n\nCustomer Support
    Mark my words, the Bill will come in May.
    Will you ever answer? May I ask why?
    The Derby shop and the York shop differ.
    repair of 12 bikes took 2000 hours
    the sort of 5000 people queue I hate
    Sent from my phone
    Hello, Four times I rang and nothing.
    Good morning, Nobody has called.
    """#.split(separator: "\n").map(String.init)
}

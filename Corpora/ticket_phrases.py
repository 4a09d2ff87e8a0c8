"""The words of tickets.py: slots, what customers say of each problem, and what they strew around it.

One line of SAY is one way of stating the failure, in one sentence, with the place where it happened.
`{slot}` is filled from SLOTS; {ord} {cust} {phone} {past} {before} and the higher price {money2} are computed.
"""

SLOTS = {
    "shop": ["Bristol", "Leeds", "York", "Norwich", "Bath", "Exeter", "Derby", "Reading", "Hull"],
    "bike": ["Heron", "Raven", "road bike", "hybrid", "folding bike", "mountain bike", "touring bike", "gravel bike",
             "town bike", "Dutch bike", "e-bike", "cargo bike", "tandem", "tricycle", "child's bike", "single-speed"],
    "part": ["bottom bracket", "rear derailleur", "brake hose", "chainset", "cassette", "freehub", "headset",
             "gear cable", "brake caliper", "crank arm", "hub gear", "motor cable", "fork seal", "display unit",
             "charger port", "rear wheel", "shifter", "seat post", "chain guard", "dynamo", "belt drive", "axle"],
    "parts": ["brake pads", "inner tubes", "spokes", "brake discs", "gear cables", "chainrings", "pedals", "tyres",
              "bearings", "mudguard stays", "brake levers", "grips", "rim tapes", "jockey wheels", "chains"],
    "job": ["full service", "gold service", "service", "gear repair", "brake repair", "wheel rebuild", "motor repair",
            "winter service", "fork service", "repair of the gears", "repair of the back wheel", "safety service"],
    "item": ["helmet", "rain jacket", "pannier", "saddle", "pump", "lock", "front light", "pair of gloves",
             "bike rack", "child seat", "trailer", "mudguard set", "bell", "bike computer", "turbo trainer", "track pump",
             "set of lights", "pair of shoes", "basket", "repair stand", "pair of tyres", "bottle cage", "battery"],
    "gadget": ["pump", "front light", "rear light", "bike computer", "lock", "bell", "bottle", "pannier", "saddle bag",
               "phone holder", "kick stand", "child seat"],
    "leaky": ["pannier", "rain jacket", "bottle", "saddle bag", "pair of overshoes", "hydration pack"],
    "wear": ["helmet", "jacket", "overshoe", "backpack", "glove", "knee pad"],
    "component": ["gear lever", "front brake", "rear brake", "back wheel", "headset", "saddle clamp", "motor", "display",
                  "chain", "freewheel", "bottom bracket", "kick stand", "crank", "gear hanger", "light", "battery lock"],
    "other": ["mudguard", "bell", "rear light", "paintwork", "pedal", "mirror", "rack", "speed sensor"],
    "bit": ["charger", "pedals", "saddle", "front wheel", "keys", "manual", "mudguards", "light bracket", "bolts"],
    "colour": ["black", "blue", "red", "green", "silver", "yellow"], "colour2": ["white", "orange", "grey", "purple", "pink"],
    "size": ["small", "medium"], "size2": ["large", "extra large"],
    "span": ["two weeks", "three weeks", "a fortnight", "ten days", "12 days", "16 days", "a month", "four weeks",
             "nearly a month", "eight days", "five weeks", "19 days"],
    "num": ["two", "three", "four", "five"], "nth": ["second", "third", "first", "fourth"],
    "n": ["4", "5", "6", "7", "8", "9", "11", "13"], "mins": ["25", "35", "40", "45", "50", "55", "70", "forty"],
    "small": ["£3.50", "£4.99", "£6", "£7.50", "£9.99", "£12", "£15"],
    "money": ["£24.99", "£32.50", "£39", "£45", "£64.99", "£79", "£89.95", "£120", "£149", "£210", "£385", "£640"],
    "money2": ["£29.99", "£41", "£52", "£68.50", "£95", "£109", "£135", "£160", "£229", "£410", "£699"],
    "pct": ["10", "15", "20", "25"], "limit": ["14", "28", "30"],
    "topic": ["my order", "the insurance form", "my invoice", "a bike fitting", "the size of a frame", "my warranty card",
              "my loyalty card", "a booking", "the cycle to work form", "my address", "the colour of a frame", "a voucher",
              "the frame number", "my gift card", "a test ride", "the finance agreement"],
    "agent": ["Bethan", "Callum", "Rosie", "Sunil", "Dean", "Kelly", "a man called Aled", "Mrs Platt", "Priya"],
    "relative": ["wife", "husband", "daughter", "son", "mother", "father", "friend"], "child": ["daughter", "son", "grandson"],
    "weekday": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    "day": ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "yesterday", "this morning",
            "last week", "the other day"],
    "ago": ["two weeks ago", "three weeks ago", "a week ago", "ten days ago", "a month ago", "last week"],
    "hours": ["an hour", "24 hours", "the day", "two hours", "48 hours", "two working days"],
    "daypart": ["morning", "afternoon", "day", "evening"], "time": ["noon", "five o'clock", "six", "the weekend", "Friday"],
    "room": ["hall", "garage", "kitchen", "shed"], "years": ["three", "five", "six", "nine", "ten", "twelve"],
}
FIRST = """Ada Alan Alice Amir Anna Asha Barbara Ben Bridget Carl Carys Chloe Clive Colin Dafydd Dawn Derek Diane Ed Eleri
Emeka Erin Esme Faisal Fay Fiona Fred Gail Gareth Gemma George Grace Hamid Hannah Harriet Hugh Ian Imran Irene Isla Ivan Jack
Jane Jaspreet Jim Joan Jonas Joyce Kate Keith Kemi Kyle Laura Leo Lesley Liam Lucy Luke Maeve Malik Mandy Marcus Mary Megan
Miles Mohan Nadia Neil Nina Noel Nora Olga Oliver Omar Oscar Pam Paul Peggy Pete Polly Rachel Ralph Rhys Rita Robin Rose Ruth
Sadie Sam Sara Saul Sheila Sian Simon Stella Sue Tariq Ted Tess Tim Toby Una Vera Vic Wendy Will Yasmin Yusuf Zara Zoe""".split()
LAST = """Abbott Adeleke Ahmed Ashby Atkins Baines Barlow Begum Bell Benson Bird Bishop Blake Booth Bowen Brand Briggs Brook
Burt Byrne Cairns Carr Chapman Chaudhry Clay Cole Cope Crane Croft Dale Daly Dean Dent Doyle Drew Dunn Eaton Ellis Emery Farr
Finch Flynn Ford Frost Gale Gill Glover Grant Gray Hale Hardy Hart Hobbs Holt Hope Howe Hussain Ingram Jarvis Joshi Kaur Keane
Kerr Khan Knight Lamb Lane Latif Lowe Lyon Mace Marsh May Mistry Moon Moss Nash Neal Noble North Nunn Okoro Page Park Patel
Peck Pike Pope Poole Quinn Rae Reed Rees Rhodes Rowe Rudd Sandhu Scott Shah Sharp Shaw Silva Singh Small Snow Stone Swann Tate
Thorne Todd Vale Vaughan Wade Walsh Ward Webb West Wild Wood Wren Yates Young""".split()

SAY = {}
SAY["stock/repair"] = """
I booked a {job} at your {shop} repair desk and was told {day} that the {part} is out of stock.
My {bike} is in your workshop for a {job} and there are no {parts} in stock.
I brought my {bike} in for its service {day} and you did not have the {part} in stock.
The repair I booked at {shop} could not be done because the {part} is on back order.
Your {shop} workshop has run out of {parts}, so the service on my {bike} was not done.
The mechanic at the {shop} repair desk says the {part} for my repair is not available.
There was no {part} in stock for my booked {job} when I arrived at the {shop} workshop.
I came to {shop} for a service I had booked {ago} and they had no {parts} left.
For the repair of my {bike} you need a {part}, and the workshop tells me it is sold out.
The {part} for my repair is back-ordered, says the workshop in Swindon.
I turned up for my repair in {shop} {day} and was sent home because they had no {part}.
The workshop in Swindon has my {bike} for a {job} but the {parts} are out of stock.
I had a slot for a {job} {day} and the {part} was not in stock at the repair desk.
You cannot finish the repair on my {bike} because the {part} is unavailable.
My service at {shop} was not done because you had none of the {parts} it needs.
The {shop} workshop booked my {bike} in for a repair and has no {part} in stock for it.
The service was booked {ago} and now the repair desk in {shop} says {parts} are not in stock.
No {parts} in stock at the {shop} repair desk, so no {job} for my {bike}.
"""
SAY["follow-through/contact"] = """
Customer Care promised to call me back {day} about {topic} and nobody called.
I was promised a call back from your call centre about {topic} and it never came.
{agent} said someone would ring me back within {hours} and nobody rang.
Nobody has called me back although {agent} in Customer Care promised it {ago}.
{agent} at your call centre told me I would get a call back on {weekday}, and no call came.
The call back you promised me about {topic} never happened.
I sat in all {daypart} for the call that Customer Care had promised and nobody called.
You said a colleague would phone me back about {topic} and nobody phoned.
I was promised a callback by Customer Care {ago} and never got one.
I rang Customer Care about {topic}, was told I would be called back within {hours}, and nobody called back.
Your call centre promised me a phone call before {time} and did not ring.
{num} times your call centre has promised to ring me back and {num} times nobody has rung.
Nobody from Customer Care has rung me back as promised about {topic}.
The lady in your call centre assured me that a manager would call me back about {topic}, and the call never came.
Customer Care promised a call back by {time}, it is now {span} and nobody has called me back.
"""
SAY["delay/delivery"] = """
My order {ord} is {span} late and the courier has still not delivered it.
The delivery of my {item} is now {n} days overdue.
I ordered a {item} on {past} and the delivery has still not arrived.
Delivery was given as three to five days and it has taken {span}.
Fleetline delivered my {item} {span} late.
I am still waiting for the delivery of my {item} after {span}.
It took {span} for a {item} to be delivered to {shop}.
The courier came with my {item} {n} days after the delivery date.
The delivery of order {ord} has been put back {num} times and is now {span} late.
I have been waiting {span} for Fleetline to deliver my {item}.
My {item} turned up {span} later than the delivery date in your e-mail.
Next day delivery of a {item} took {n} days.
The parcel with my {item} has been sitting in the depot of the courier for {span} and the delivery is late.
The delivery of my {bike} is already {span} behind the date on the order.
"""
SAY["billing/payment"] = """
You charged me twice for a {item}, {money} on {past} and {money} again the day after.
I have been overcharged {small} on my last invoice.
There is a hidden fee of {small} on my bill.
The payment for order {ord} was taken twice from my account.
The discount of {pct} per cent was not taken off when I paid for my {item}.
I was billed {money} for a {item} I did not buy.
The invoice says {money} and the till took {money2} from my card.
The wrong amount was charged to my card for a {item}.
My gift card was not taken off the bill and I had to pay the full {money}.
A double payment of {money} to you shows on my bank statement.
You have charged me a booking fee of {small} that is nowhere in the price.
The price of the {item} was {money} and I was charged {money2} at the payment page.
I was charged a fee of {small} for late payment although I paid on time.
My card was charged {money2} for a {item} that was priced at {money}.
"""
SAY["defect/use"] = """
The {component} on my {bike} broke after {span} of normal riding.
The {component} on my new {bike} does not work.
The {component} of my {bike} is faulty, I notice it on every ride.
The battery of my e-bike dies after {n} miles of riding.
When I ride my {bike} the {component} makes a grinding noise, and it is only {span} old.
The {gadget} I bought fell apart on the {nth} ride.
The display on my e-bike stops working when I ride in the rain.
The paint on my {bike} is peeling off after {span} on the road.
The {leaky} I bought leaks every time I use it.
The {component} on my {bike} is defective, it slips on every ride.
The buckle on my {wear} broke the {nth} time I used it.
The motor on my e-bike cuts out on every hill I ride.
The {gadget} is of poor quality and stopped working after {span} of use.
The gears on my {bike} have never worked properly on the road.
"""
SAY["fulfilment/delivery"] = """
You sent me the wrong {item}, I ordered {colour} and the courier brought {colour2}.
The delivery of my {bike} arrived without the {bit}.
My {item} was damaged in transit, the box was torn open.
The courier delivered my {item} to the wrong house.
One of the two parcels is missing from my delivery, the {item} is not there.
The parcel from Fleetline contained somebody else's order.
Order {ord} was delivered incomplete, the {item} is missing.
The courier brought a {size} {item} and I ordered a {size2} one.
My {item} was delivered broken, the box had been crushed on the way.
The courier has lost my parcel with the {item}.
The wrong {item} was in the box when Fleetline delivered it.
Your tracking says delivered and my parcel with the {item} is lost.
The {bike} was delivered with the {bit} missing.
My delivery arrived damaged, the {item} is dented on one side.
"""
SAY["repair/repair"] = """
You repaired the {component} on my {bike} and the same fault came back after {span}.
The {component} of my {bike} is still broken after your workshop repaired it.
The workshop fixed my {component} and broke the {other} while doing it.
My {bike} came back from the repair with the same fault as before.
The mechanic at {shop} could not find the fault and gave me the {bike} back unrepaired.
This was the {nth} repair of the {component} and it is still not fixed.
The repair of the {component} lasted {n} days and then the fault was back.
The {component} was not put back properly after the repair at {shop}.
Your workshop has repaired the {component} {num} times and it still does not work.
The replacement {component} your workshop fitted at the repair is faulty too.
The service at your {shop} workshop made it worse, the {component} now rubs.
I collected my {bike} from the repair desk in {shop} and the {component} had not been fixed.
The {component} worked for {n} days after the repair and then failed in the same way.
"""
SAY["access/contact"] = """
I was on hold to Customer Care for {mins} minutes and then got cut off.
It is impossible to reach a person on your phone line.
I have rung your call centre {num} times and nobody picks up the phone.
Your phone menu goes round in circles and I cannot speak to anyone.
The chat bot keeps sending me to the same page and I cannot get through to a person.
There is no phone number on your contact page.
I spent {mins} minutes in the queue of your call centre and nobody answered.
The contact form does not work, it shows an error each time I send it.
Nobody answers the phone at Customer Care, I tried {num} times {day}.
I cannot get through to Customer Care, the line is always engaged.
Your phone line cut me off after {mins} minutes in the queue.
I was kept on hold for {mins} minutes by Customer Care {day} and gave up.
The chat closes by itself before anyone answers, I tried it {num} times.
"""
SAY["communication/delivery"] = """
Nobody told me that the delivery of my {item} had been moved to another day.
I have had no update about the delivery of order {ord}.
The courier came while I was out because nobody let me know the delivery day.
You did not tell me that my {item} would be delivered in two parcels.
No e-mail, no text, I was told nothing about when my {item} will be delivered.
I wrote {num} e-mails about my delivery and had no reply to any of them.
Nobody informed me that the delivery of order {ord} had changed.
I have to chase you for every bit of news about the delivery of my {item}.
I have heard nothing from you about the delivery of my {item} since {past}.
I was given no notice that Fleetline would deliver on {weekday}.
You never sent me a tracking number for the delivery of my {item}.
My messages about the delivery of order {ord} have not been answered.
I was not told that somebody has to be at home and sign for the delivery of a {item}.
"""
SAY["policy/returns"] = """
You refuse to take back the {item} because I have opened the box.
My return was refused because it was {n} days past your {limit} day limit.
Your returns policy is unfair, no refund on a {item} without the original box.
Your rules do not allow me to return a {item} that I bought in the sale.
The {shop} shop refused to exchange the {item} without a paper receipt.
Your rule that I must pay for returns myself is ridiculous.
You refused my return of a {item} because of a missing tag, that rule is absurd.
The returns desk in {shop} refused to make an exception to the {limit} day rule.
Under your returns policy a {item} bought online cannot go back to a shop, which is a silly rule.
Your {limit} day returns policy is far too strict.
The return of my {item} was rejected under your terms because I had used it once.
I have to fill in {num} forms to return one {item}, this is pure red tape.
You demand the receipt, the box and the bag before I may return a {item}, that policy is unreasonable.
"""
SAY["information/sales"] = """
Your salesman in {shop} told me the {item} would fit my {bike} and it does not fit.
The advice I got when I bought my {bike} was wrong, it takes a different {part}.
Two of your sales people gave me two different answers about the {bike}.
The sales assistant in {shop} did not know the difference between the two models of {bike}.
Your website and your sales staff say different things about the weight of the {bike}.
I was given the wrong information about the range of the e-bike before I bought it.
The product page is wrong, the {bike} I bought has no mudguards.
The man who sold me the {bike} told me wrongly that the {gadget} is included.
Your advert gives the wrong wheel size for the {bike}.
I got contradictory answers before I bought, one adviser said the {item} fits a {bike} and another said it does not.
The size chart on the product page is wrong and so I bought the wrong size of {wear}.
I was wrongly advised about the frame size when I bought my {bike} in {shop}.
The sales assistant gave me incorrect information about the warranty of the {bike}.
"""
SAY["attitude/store"] = """
The man at the counter in your {shop} shop was rude to me.
A member of staff in the {shop} shop laughed at me when I asked about a {item}.
The assistant in the {shop} shop shouted at my {relative} in front of everybody.
I was spoken to like a child by the woman at the till in the {shop} shop.
Your staff in the {shop} shop were dismissive and unfriendly to me {day}.
The manager in the {shop} shop rolled his eyes at me and walked off.
In the {shop} shop I was sneered at for asking the price of a {item}.
The salesman in the {shop} shop was condescending and spoke only to my {relative}.
The lad behind the counter in the {shop} shop swore at me {day}.
I was insulted by one of your staff in the {shop} shop {day}.
The girl at the till in the {shop} shop was rude and hostile to my {relative}.
The manager of your {shop} shop was arrogant and told me that I was wasting his time.
The person at the counter in the {shop} shop mocked me and my old {bike}.
"""
SAY["administration/account"] = """
You closed my account by mistake.
My account has the wrong address in it although I corrected it {num} times.
My loyalty points have disappeared from my account after your update.
You have mixed up my account with the account of another customer.
My name is wrong in my account and your office never saved the correction.
The warranty papers in my account have been lost by your office.
Your records say that I closed my account, and I did not.
My order history has vanished from my account.
You registered my {bike} under the wrong frame number in my account.
My account was blocked in error {day}.
Two accounts were opened in my name by mistake.
Your office has lost the paperwork for my cycle to work account.
You changed the details in my account in error.
"""
SAY["ownership/contact"] = """
Customer Care sends me to the {shop} shop and the shop sends me back to Customer Care.
I have been passed from one department to another {num} times on the phone.
Nobody at your call centre takes responsibility for {topic}.
Customer Care says {topic} is not their department, and so does everybody else.
Your call centre blames Fleetline, Fleetline blames you, and nobody takes responsibility.
My case about {topic} was closed by Customer Care without being solved.
I was transferred {num} times by your call centre and nobody would take responsibility for {topic}.
Everybody at Customer Care tells me that {topic} is somebody else's job.
I am passed back and forth between your call centre and Brightspoke.
The call centre told me that {topic} was not their problem.
Nobody in Customer Care owns my case, each agent hands me on to the next.
You pass me around between Customer Care and the web team and nobody is responsible.
"""
SAY["listening/contact"] = """
I had to explain the same thing about {topic} to {num} different agents in Customer Care.
Your agent on the phone did not listen to me and read from a script.
I asked Customer Care one question and got an answer to a different one.
The e-mail from Customer Care has nothing to do with what I wrote.
I have said {num} times what I need and the agent on the phone asked me again.
Customer Care ignored my question about {topic} and sent me a standard text.
The agent at your call centre talked over me and did not listen.
I sent Customer Care the photos and nobody has looked at them, I am asked what it is about.
I had to repeat my story about {topic} to {num} agents at the call centre.
The answer from Customer Care is copied and pasted and ignores my question.
I told the agent on the phone that I cannot walk far and she did not listen and sent me to the {shop} shop.
Nobody at the call centre listens, I keep getting the same scripted answer about {topic}.
"""
SAY["safety/use"] = """
The front brake on my {bike} failed while I was riding downhill and I could have been killed.
The battery of my e-bike started to smoke while it was charging in the {room}.
The handlebar of my {bike} came loose as I rode and I nearly fell under a car.
I was injured when the {component} of my {bike} snapped on a ride.
The charger of my e-bike got so hot that it burnt my hand.
The child seat came off while I was riding with my {child} in it, that is dangerous.
The fork of my {bike} snapped on a ride and I broke my wrist.
My e-bike speeds up by itself when I ride it, it is dangerous.
The front wheel of my {bike} came off on the road and I was hurt.
The trailer came loose on the road with my {child} inside, this is a danger to life.
I fell and hurt my knee because a pedal of my {bike} snapped off.
The clamp on my {bike} has a sharp edge that cut my leg when I was riding.
The battery of my e-bike caught fire in the {room}.
"""
SAY["mis-selling/sales"] = """
Your salesman in {shop} lied to me about the range of the e-bike to sell it.
Your advert offers the {bike} at {money} and nobody will sell it at that price, this is bait and switch.
I was pressured into buying an insurance by your salesman in {shop}.
The sales assistant added insurance to my purchase without my consent.
Your advert for the {bike} is false advertising, it has none of the extras in the picture.
You sold me a used {bike} as a new one.
The salesman in {shop} tricked me into signing a finance agreement.
Your sale is a trick, the {item} cost the same before the sale.
I was deliberately misled about the warranty when I bought the {bike}.
The salesman in {shop} told me the insurance was compulsory, which was a lie.
Your salesman hid the terms of the service plan on purpose when I signed up.
I was deceived by your sales staff in {shop}, the service plan I bought does not exist.
I was pressured by the salesman in {shop} until I took the extended warranty.
"""
SAY["measurement/survey"] = """
Your survey only asks about the mechanic and not about what went wrong.
The MarlowPulse survey has no question about why it happened in the first place.
The mechanic begged me to give him a ten in the survey.
I was asked to give top marks in your survey before I had even got my {bike} back.
The survey would not let me say what I was unhappy about.
Your survey asks how friendly the staff were and not whether the problem was solved.
I gave a two in the survey and was asked to change it to a ten.
The staff in {shop} told me that only nines and tens in the survey count for their bonus.
There was no box in the MarlowPulse survey for what I wanted to say.
Your survey asks about the mechanic only, nobody wants to know the rest.
I wrote a page in the survey and was thanked for my ten, nobody reads it.
All the questions in your survey are about how clean the desk was and none about the cause.
"""
SAY["thanks"] = """
Thank you to {agent} for the quick help with {topic}.
Just a note to say how pleased I am with my new {bike}.
The {item} fits perfectly, thank you.
Please pass on my thanks to the mechanic in {shop}, the {bike} rides like new.
What a lovely shop you have in {shop}, and such patient people.
My {relative} is delighted with the {item}, many thanks.
Excellent service from {agent}, well done.
The {job} was done in a day and the {bike} is perfect, thanks.
Great advice in {shop} {day}, we bought the {item} and love it.
Thanks for the quick reply about {topic}.
The courier was early and very friendly, thank you both.
"""
SAY["opening hours"] = """
What time does the {shop} shop open on {weekday}?
Is the {shop} shop open on the bank holiday?
Until when is the repair desk in {shop} open on {weekday}?
Are you open on Sundays in {shop}?
Is there a car park near the {shop} shop?
Do I need an appointment for a bike fitting in {shop}?
Does the {shop} shop have a test track for an e-bike?
Please tell me your Christmas opening hours in {shop}.
Do you take old bikes in part exchange in {shop}?
Does the {shop} shop sell a {item} in {colour}?
"""
SAY["order status"] = """
Could you tell me when order {ord} will be sent?
I ordered a {item} {day}, when may I expect it?
Has my payment for order {ord} arrived?
Can I add a {item} to order {ord}?
Where can I see the status of order {ord}?
I would like to collect order {ord} in {shop}, is that possible?
Please change the delivery address of order {ord} to my office.
Is order {ord} coming in one parcel or two?
Which courier will bring order {ord}?
Please confirm that order {ord} has reached you.
"""
SUBJECT = {
    "stock/repair": ["Repair", "Part for my repair", "Service in {shop}", "Booked service", "Workshop {shop}", "No {part}", "{bike} in the workshop"],
    "follow-through/contact": ["Call back", "Your call", "Promised call", "Phone call about {topic}", "Customer Care", "{topic}"],
    "delay/delivery": ["Delivery", "Order {ord}", "Late delivery", "Where is my {item}", "My {item}"],
    "billing/payment": ["Payment", "Invoice", "Card payment", "Order {ord}", "Charged for {item}"],
    "defect/use": ["{bike}", "Problem with {gadget}", "Fault", "{component}", "My new {bike}"],
    "fulfilment/delivery": ["Order {ord}", "Parcel", "Wrong item", "Delivery of {item}", "Fleetline"],
    "repair/repair": ["Repair of {component}", "Repair {shop}", "Not fixed", "{bike} repair"],
    "access/contact": ["Phone line", "Contacting you", "Customer Care", "Chat", "Hotline"],
    "communication/delivery": ["Delivery of {item}", "Order {ord}", "News of my order", "Delivery day"],
    "policy/returns": ["Return", "Returning a {item}", "Refund", "Returns policy"],
    "information/sales": ["Advice", "{bike}", "Product page", "Information about {item}"],
    "attitude/store": ["{shop} shop", "Staff in {shop}", "Visit to {shop}", "Complaint"],
    "administration/account": ["My account", "Account", "Login data", "Records"],
    "ownership/contact": ["Who is responsible?", "Customer Care", "{topic}", "Complaint"],
    "listening/contact": ["Your answer", "{topic}", "Re: {topic}", "Customer Care"],
    "safety/use": ["Accident", "Urgent: {bike}", "{component}", "Danger"],
    "mis-selling/sales": ["Complaint about a sale", "Salesman in {shop}", "{bike}", "Insurance"],
    "measurement/survey": ["MarlowPulse", "Survey", "Your survey", "Feedback"],
    "thanks": ["Thank you", "Thanks", "Well done {shop}", "{item}"],
    "opening hours": ["Opening hours", "Question", "{shop} shop"],
    "order status": ["Order {ord}", "Question about order", "My order"],
}
OPENERS = ["Hello,", "Hi,", "Hi there,", "Good morning,", "Dear Marlow Cycles,", "Good afternoon,", "Dear Sir or Madam,", "Hello Marlow,"]
DETAILS = ["My order number is {ord}.", "My customer number is {cust}.", "You can reach me on {phone}.", "I have been a customer for {years} years.",
           "I have attached a photo.", "This was {day}.", "I am writing from {shop}.", "My {relative} was with me."]
CLOSERS = ["Please sort this out.", "Please put this right.", "I expect better.", "Not impressed.", "What now?", "Please look into it.",
           "That is really not good enough.", "Please advise.", "I look forward to hearing from you."]
EFFECTS = ["I will not buy from you again.", "I shall take my money elsewhere.", "I have told my cycling club.", "I had to take the bus for a week.",
           "I spent a whole morning on this.", "I will put this in a review.", "I have lost half a day over this."]
AGAIN = ["I wrote to you on {before} about this.", "This is my second message.", "Second try.", "I refer to my message of {before}."]
MISSPELT = {"really": "realy", "Please": "Pleas", "customer": "custmer", "message": "mesage", "attached": "atached", "number": "nubmer",
            "forward": "foward", "Thank": "Thnak", "with": "wiht", "this": "tihs", "Hello": "Helo", "there": "ther", "about": "abuot"}
MONTHS = "January February March April May June July August September October November December".split()

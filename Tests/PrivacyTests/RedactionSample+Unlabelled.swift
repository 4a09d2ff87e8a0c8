extension RedactionSample {
  /// Sentences in which nothing is to be taken out.
  static let unlabelled = #"""
    I waited 45 minutes on 12/03/2024 and again on 2024-03-15.
    The order total was 1234.50 and I paid £1,234.50.
    They took $12,345,678 from the town, says the paper.
    Delivery on 05-09-2024 10:30 to 12:30 never came.
    In 2019 2020 and 2021 it was fine.
    The meter read 12,345 in May.
    My order in 2024 was late too.
    The bill was € 1500 for 3 months.
    It weighs 1500 kg and is 2000 mm long.
    I ordered 2 of 10 and got 1 of 12.
    See you @ the shop at 5pm.
    Tweet me @shopper or never.
    The model XR-200 broke after 3 days.
    I called 3 times in 2023.
    Best price in town, they said.
    Dear Sir or Madam, the lift is broken.
    Dear Customer Services, nobody reads this.
    Hi there, still waiting.
    Thanks for nothing.
    I called British Gas and was cut off.
    I spoke to someone in the shop.
    I spoke to Customer Support again.
    Version 10.15.7 crashes on 1.2.3.4 always.
    It costs 99.99 plus 20% VAT.
    Will it come in May or June?
    The 5th of E1 was fine.
    In this case 5000 people were cut off.
    Pages 100-200 and 300-400 are missing.
    Postcode area 90210 is on TV.
    The code 1234 1234 1234 1234 was refused.
    1000 MB of data for 2000 KW of power
    GB00 is not an account and NO99 neither.
    Invoice for 1500 pounds came twice.
    The queue was 7654321 long, it felt.
    Kind regards is not an answer.
    ISBN 978 0 00 000000 is what the book says.
    Flight at 07:45, gate 12, seat 23A, row 9.
    I have been ringing since 2018 and sent 1500 mails.
    Your Hi-Fi Centre is shut, Best Buy was open.
    They called Monday, then Tuesday, then never.
    An order worth 12500 was lost.
    """#.split(separator: "\n").map(String.init)
}

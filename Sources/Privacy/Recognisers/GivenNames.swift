/// Given names that are common among customers and staff, and seldom anything else: none that is
/// an English word, a place or a month, where a capital would mislead.
enum GivenNames {
  /// In lower case.
  static let all = Set(
    """
    aaron abdul abigail adam adele adrian ahmed aidan aisha akash alan alastair alejandro alex
    alexander alexandra alfie ali alice alicia alison alistair amanda amelia amir amira amit amy ana
    anders andrea andreas andrew andy angela anita anjali ann anna annabel anne annette annie anthony
    antonio anya archie arjun arthur asif audrey ayesha barbara barry beatrice becky ben benjamin
    bernadette bernard beth bethany betty beverley bob bradley brenda brendan brian bridget bruce
    caitlin callum cameron carla carlos carol caroline catherine cathy cecilia charles charlie
    chiara chloe chris christina christine christopher ciaran claire clare clive colin connor craig
    cynthia daniel danielle darren david deborah debbie deepak denise dennis derek desmond diana
    diane dmitri dominic donald donna doris dorothy douglas duncan dwayne edith edward edwin eileen
    elaine eleanor elena eliza elizabeth ella ellen ellie elliot emily emma eoin eric erin esther
    ethan eva evelyn farah fatima felicity fiona flora frances francesca frank fred freddie
    frederick gareth gary gavin gemma geoff geoffrey george gerald geraldine gillian gina giovanni
    giulia gordon graham greg gregory gulsen gwen hamza hannah harriet harry hassan hazel heather
    heidi helen henry hilary hugh hussein iain ian ibrahim imran ines ingrid irene isaac isabel
    isabella isla ivan jack jackie jacob jacqueline jake jamal james jamie jan jane janet janice
    jason javier jean jeff jennifer jenny jeremy jerome jessica jill jim jimmy joan joanna joanne
    joe joel johanna john johnny jon jonathan jose joseph josephine josh joshua joyce juan judith
    judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy katie kayleigh
    keith kelly kenneth kevin khadija kieran kimberley kirsten kirsty krishna kumar kyle lara laura
    lauren lawrence leanne leo leon leonard leroy leslie liam linda lisa liz lorraine louis louise
    lucas lucy luis luke lydia lynn lynne maggie malcolm manuel marcel marcin marco marcus margaret
    maria marian marie marilyn marion marjorie marta martha martin martina mary mateusz matt matthew
    maureen megan mehmet melanie melissa michael michelle miguel mike mohamed mohammed moira molly
    monica muhammad myra nadia nancy naomi natalie natasha nathan neil niamh nicholas nick nicola nicole
    nigel nikhil nina noel nora norman oliver olivia omar oscar owen pamela patel patricia patrick
    paul paula pauline pavel pedro peter phil philip phillip phoebe pierre piotr polly priti priya
    rachael rachel rafael rahul raj rajesh ralph ramesh raymond rebecca reginald rhys ricardo
    richard rita robert roberto robyn roger roland ronald rory rosemary rosie roy rupert russell
    ruth ryan sabrina sadia sally sam samantha samir samuel sandra sanjay sara sarah scott sean
    sebastian sergio shannon sharon sheila shirley siobhan simon sofia sonia sophia sophie stacey
    stefan stella stephanie stephen steve steven stuart suresh susan suzanne sylvia tamara tania
    tanya tara ted teresa terence terry theo theresa thomas tim timothy tina toby tom tomasz tony
    tracey tracy trevor tristan usha valerie vanessa vera veronica vijay vincent viv vivian walter
    wayne wendy wilfred william winifred xavier yasmin yolanda yusuf yvonne zachary zahra zainab zara
    zoe zoë łukasz josé jürgen
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Companies that are called like a person.
  static let companies: Set<String> = [
    "john lewis", "thomas cook", "ted baker", "paul smith", "peter jones", "laura ashley",
    "john deere", "george foreman", "jimmy choo", "charlie bigham", "fred olsen", "richer sounds",
    "harry potter", "ben sherman", "oliver bonas", "robert dyas", "charles tyrwhitt", "jack wills",
    "marie curie", "scott cycles", "russell hobbs", "kelly services", "jack daniel", "sarah lee",
  ]
}

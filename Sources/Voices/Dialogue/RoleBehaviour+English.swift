extension RoleBehaviour {
  /// What staff say in English; the number before a line is its step.
  static let englishStaff = """
    3 how can i help|how may i help|how can i assist|how may i assist|thank you for calling|\
    thanks for calling|thank you for contacting|thanks for contacting|thanks for reaching|\
    thank you for reaching|can i help you|is there anything else|anything else i can|\
    anything else we can|happy to help|glad to help|here to help|please dm|dm us|send us a dm|\
    via dm|can you dm|follow and dm|send us a|our team|we apologize|we apologise|\
    apologies for|i apologize for|i apologise for|for your patience|we re sorry|we are sorry|\
    welcome to|my pleasure|bear with me|for contacting us|look forward to hearing from you|\
    i ll be happy to|we d be happy|we d like to help|can confirm that your|your booking has|\
    thank you for choosing|thanks for choosing|thank you for your patience|for holding|\
    thank you for your call|we ll be in touch|our support|our article|our help|successfully
    2 may i have your|can i have your|could i have your|may i have the|can you confirm your|\
    can you tell me your|could you tell me your|could you provide|can you provide|\
    please provide|what is your|what s your|sorry to hear|sorry about that|let us know|\
    i understand your|let me check|let me look|let me see if|i can see that|i will check|\
    for the inconvenience|any inconvenience|your name please|your full name|your account number|\
    could you please|i am only able|would you like|do you have a|have a great|have a nice|\
    have a good|have a lovely|pull up your|look into this|look into that for you|we recommend|\
    we can help|we ll|we re|we d|we ve|you re welcome|you are welcome|can i do for you|\
    i have updated|has been sent|for your request|your request|goodbye and|are you looking|\
    you might be|suits you|please check|is this right|is this correct|is that correct|\
    on the screen|will be ready|your order is|your order has|when would you like|which|\
    anything else|for you today|unfortunately we|we do not|we don t|as mentioned|\
    is that right|looks right|look right|look correct|looks correct|coming right up|enjoy your|\
    coming up|your order will|ready for you|be out shortly|be right out|be up shortly|\
    order should be|it should be ready|ready in|thanks for the|appreciate the|check out|\
    please try|please see|please follow|please have|please note|please visit|please contact|\
    these steps|the steps|this article|the article|more info|more details|you can check|\
    you can find|you can also|you ll need|you will need|you ll be able|if you ve|if you re|\
    if you have|if you believe|if you need|if you still|may help|should help|tell us|\
    contact you|authenticate|has been submitted|for your requested|thank you and goodbye|\
    everything i need|for verification|verify your|confirm your|be with you|keep us|\
    reach out|feel free|we understand|i understand|we have a|we may|we can|we will|\
    there is no availability|no room available|not available|for booking|hear from you
    1 your account|your order|your booking|your appointment|your reservation|for you|our|please|\
    us|certainly|of course|sir|ma am|madam|we|what time|how many|your|ok great|alright|\
    here s|here is|available|one moment|just a moment|shortly|help you|sorry|article|option|\
    options|steps|confirm|would|should|unfortunately
    """

  /// What customers say in English.
  static let englishCustomer = """
    3 my order|my bill|my account|my phone|i was charged|i ordered|i bought|i paid|my package|\
    my refund|my money|i m calling|i am calling|you charged|your customer service|your service|\
    your website|your app|can you help me|could you help me|i need help|please help|\
    i have a problem|i have an issue|i m having|i am having|charged me|i want my|i need my|\
    your company|fix your|i have been waiting|i ve been waiting|still waiting|not working|\
    doesn t work|won t work|can t access|i can t get|my card|my flight|my internet|my booking|\
    your support|your product|help me|my email|my parcel|my delivery|my subscription
    2 i d like|i would like|i want to|i want a|i need to|i need a|can i get|could i get|\
    i m looking for|i am looking for|my name is|could you tell me|can you tell me if|\
    i m trying|i am trying|i have been|i ve been|i tried|i ve tried|i just|that s all|\
    that is all|no that s|no thanks|no thank you|yes please|thanks for your help|\
    thank you for your help|thank you so much|thanks so much|why is|why are|how do i|\
    is there a|do you know|when will|i got|i received|i purchased|looking for a|that works|\
    sounds good|sounds great|i don t know|what about|i ll take|i ll have|can i have a|\
    could i have a|make it|date of birth is|my mother s|my mother|thanks again|\
    thank you anyway|ok thank you|ok thanks|okay thank you|okay thanks|great thanks|\
    great thank you|thank you very much|that s right|that s correct|yes it is|it s right|\
    it s correct|looks good|do you have any|how much|how long|when can i|where is|why do|\
    why does|why did|i didn t|i haven t|i m not|i m still|you guys|to me|for me
    1 my|i|me|i m|i ve|wow|hmm|yes|no|yeah|nope|sure|still|really|actually|perfect|awesome|\
    mine|i d|i ll|oh|thanks|hopefully|nothing|never|cool|yep|yup|great|thank you
    """
}

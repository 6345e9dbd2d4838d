"""What people decide about people, topics and dates: the commands' stories, and the chapters that they share.

Each changes files below content/ where it must and nowhere else; what is decided about people and topics can be taken
back.
"""

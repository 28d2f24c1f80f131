"""What a paragraph of a paper is: how it is set, and which of its words are bold, italic or a link."""

"""Cases: what cities did, told so that others can do it too."""

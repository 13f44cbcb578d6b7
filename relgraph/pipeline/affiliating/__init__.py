"""For whom persons and bodies stand: titles, offices, members and staff, and the bodies of states."""

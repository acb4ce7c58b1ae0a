"""The forms of rooms and bookings."""

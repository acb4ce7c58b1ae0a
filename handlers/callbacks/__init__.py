"""What buttons carry: ids and words of the code, at most 64 bytes. Anybody can forge it."""

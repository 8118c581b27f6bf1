"""PDF as LibreOffice prints it, with what happens to it afterwards: signatures, seals, scanners."""

"""What people call the goods and services of the default economy."""

SECTOR_NAMES = {
    "AGRI": "Farming",
    "DAIRY": "Dairy",
    "FOOD": "Food",
    "ENERGY": "Energy",
    "MINING": "Mining",
    "WOOD": "Lumber and wood",
    "PAPER": "Paper",
    "CHEM": "Chemicals",
    "METALS": "Metals",
    "AUTOS": "Cars",
    "MACH": "Machinery",
    "OTHMFG": "Other goods",
    "SERV": "Services",
}

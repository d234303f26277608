"""Floor 1: what Voordeur knows. Articles, sociale kaart, hulplijnen and gemeenten; loading, checking and searching them."""

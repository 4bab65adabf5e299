/// The words that may stand before the title of a box of participants.
enum ColourNames {
  static let all: Set<String> = [
    "aqua", "aquamarine", "azure", "beige", "black", "blue", "brown", "coral", "cornflowerblue",
    "cyan", "darkblue", "darkgreen", "darkgrey", "darkgray", "darkorange", "darkred", "gold",
    "gray", "green", "grey", "indigo", "ivory", "khaki", "lavender", "lightblue", "lightcoral",
    "lightcyan", "lightgray", "lightgreen", "lightgrey", "lightpink", "lightsalmon",
    "lightskyblue", "lightsteelblue", "lightyellow", "lime", "magenta", "maroon", "mintcream",
    "mistyrose", "navy", "olive", "orange", "orchid", "palegreen", "paleturquoise", "pink", "plum",
    "powderblue", "purple", "red", "salmon", "silver", "skyblue", "steelblue", "tan", "teal",
    "thistle", "tomato", "transparent", "turquoise", "violet", "wheat", "white", "whitesmoke",
    "yellow",
  ]
}

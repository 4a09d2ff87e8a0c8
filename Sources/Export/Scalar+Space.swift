extension Unicode.Scalar {
  /// Whether it is white space, told of ASCII without a table.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

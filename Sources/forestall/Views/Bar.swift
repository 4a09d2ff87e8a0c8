/// A bar of a count that is as wide as `room` columns where the count is `top` (> 0).
func bar(_ count: Int, of top: Int, room: Int) -> String {
  let eighths = count * room * 8 / top
  return String(repeating: "█", count: eighths / 8)
    + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
}

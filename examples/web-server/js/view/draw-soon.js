/**
 * A busy server changes its numbers thousands of times a second: they are drawn once a frame, and not at all
 * while nobody looks.
 * @param {() => void} draw
 * @returns {() => void} asks for it to be drawn
 */
export function drawSoon(draw) {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      draw()
    })
  }
}

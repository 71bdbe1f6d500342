/** All sides, then the limits. */
function show({ left, top, width, height, minWidth, minHeight, maxWidth, maxHeight }) {
  const limits = [minWidth, minHeight, maxWidth, maxHeight]
  const isLimited = limits.some((limit) => limit !== null)
  return [left, top, width, height, ...(isLimited ? limits : [])]
}

/** Bounds, one list where both are the same. */
function showBounds({ innerBounds, outerBounds }) {
  const [inner, outer] = [show(innerBounds), show(outerBounds)]
  return JSON.stringify(inner) === JSON.stringify(outer) ? inner : { inner, outer }
}

const showStates = (w) =>
  ['isFullscreen', 'isMaximized', 'isMinimized', 'isAlwaysOnTop'].filter((name) => w[name]())

/** Longer than a window takes to follow what it is told. */
const calm = 150

Object.assign(globalThis, { calm, showBounds, showStates })

const place = { left: 10, top: 20, width: 300, height: 200 }

const newForms = {
  'no bounds': {},
  'innerBounds, all': {
    innerBounds: { ...place, minWidth: 100, minHeight: 50, maxWidth: 500, maxHeight: 400 },
  },
  'outerBounds, some limits': { outerBounds: { ...place, minWidth: 100, maxHeight: 400 } },
  'both kinds': { outerBounds: { width: 300 }, innerBounds: { height: 200, left: 50 } },
  'left alone': { innerBounds: { left: 50 } },
  'top alone': { innerBounds: { top: 50 } },
  'an odd size': { innerBounds: { width: 301, height: 201 } },
  'off the screen, left': { innerBounds: { left: -500, top: -500, width: 100, height: 100 } },
  'off the screen, right': { innerBounds: { left: 3000, top: 3000, width: 100, height: 100 } },
  'one pixel': { innerBounds: { width: 1, height: 1 } },
  'no size': { innerBounds: { width: 0, height: -1 } },
  'the minimum wins': { innerBounds: { width: 300, minWidth: 400, maxWidth: 200 } },
  'limits of nothing': { innerBounds: { minWidth: 0, maxWidth: 0, minHeight: -5, maxHeight: -5 } },
}

const oldForms = {
  'old limits': { minWidth: 600, minHeight: 500 },
  'old limits, greatest': { maxWidth: 200, maxHeight: 100 },
  'old form': { width: 300, height: 200, left: 5, top: 6 },
  'bounds before the old form': { bounds: { width: 310, left: 7 }, width: 320, top: 9 },
  'the oldest form': { defaultWidth: 330, defaultHeight: 220, defaultLeft: 10, defaultTop: 11 },
  'the old form before the oldest': { defaultWidth: 330, width: 340, defaultLeft: 1, left: 2, top: 3 },
}

const others = {
  'a new form without anything': { innerBounds: {}, width: 700 },
  'an outer form without anything': { outerBounds: {}, left: 5, top: 5 },
  'old limits beside a new form': { innerBounds: { width: 300, height: 200 }, minWidth: 900 },
  'not resizable': { resizable: false, innerBounds: { width: 300, height: 200 } },
  'not resizable, with limits': { resizable: false, innerBounds: { ...place, minWidth: 10, maxWidth: 1000 } },
  'without frame': { frame: 'none', innerBounds: place },
  'without frame, outer': { frame: { type: 'none' }, outerBounds: place },
}

/** The page learns of its size in its own time. */
const showsBounds = ({ contentWindow: page, innerBounds: { height, left, top, width } }) =>
  page.innerWidth === width && page.innerHeight === height && page.screenX === left && page.screenY === top

const groups = { 'new forms': newForms, 'old forms': oldForms, others }

for (const [group, cases] of Object.entries(groups))
  scenario(
    `bounds: ${group}`,
    async (t) => {
      for (const [name, options] of Object.entries(cases)) {
        const w = await t.open('window.html', options)
        await t.until(() => showsBounds(w))
        const { innerWidth, innerHeight, screenX, screenY } = w.contentWindow
        t.log(name, showBounds(w), w.getBounds(), { innerWidth, innerHeight, screenX, screenY })
        await t.close(w)
      }
    },
    { ms: 30_000 },
  )

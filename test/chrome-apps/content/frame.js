t.log(
  'keys',
  Object.keys(chrome)
    .filter((key) => key !== 'dom')
    .join(' '),
  chrome.runtime?.id,
)
t.log('parent', parent === opener, parent.location.pathname)

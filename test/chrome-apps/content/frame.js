t.log('keys', Object.keys(chrome).includes('runtime'), chrome.runtime?.id)
t.log('parent', parent === opener, parent.location.pathname)

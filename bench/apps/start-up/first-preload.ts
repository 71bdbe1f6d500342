performance.mark('first preload')

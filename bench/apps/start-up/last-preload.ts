performance.mark('last preload')

// What happens, in its order: the test reads it from the background page.
self.record = []

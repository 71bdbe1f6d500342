part('closes', async () => void setTimeout(() => window.close()))

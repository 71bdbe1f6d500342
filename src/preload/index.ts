import { install } from './install.ts'
import facadeSource from './main-world/index.ts?source'

install(facadeSource)

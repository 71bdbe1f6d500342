import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../support/root.ts'

interface Link {
  readonly file: string
  readonly link: string
}

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')
const withoutCode = (text: string): string => text.replaceAll(/^ *```[^]*?^ *```/gm, '')
const listFolder = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))

const files = [...fs.readdirSync(root), ...['docs', 'bench', 'test', 'examples'].flatMap(listFolder)].filter(
  (file) => file.endsWith('.md'),
)

const own = 'https://github.com/electron-chrome-sockets/electron-chrome-sockets/blob/main/'

/** As GitHub makes the anchor of a heading. */
function toAnchor(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
}

const listAnchors = (file: string): string[] =>
  [...withoutCode(read(file)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => toAnchor(heading))

const listLinks = (file: string): Link[] =>
  [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)|<a href="([^"]+)/g)].map(([, link, other = '']) => ({
    file,
    link: link ?? other,
  }))

function leadsSomewhere({ file, link }: Link): boolean {
  const [place = '', anchor] = link.startsWith(own)
    ? link.slice(own.length).split('#')
    : path.join(path.dirname(file), link.replace(/^#/, `${path.basename(file)}#`)).split('#')
  if (!fs.existsSync(path.join(root, place))) return false
  return anchor === undefined || listAnchors(place).includes(anchor)
}

it('every link of the documents to another one, or to a part of one, leads there', () => {
  const links = files.flatMap(listLinks).filter(({ link }) => link.startsWith(own) || !/^[a-z]+:/.test(link))
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter((link) => !leadsSomewhere(link))).toEqual([])
})

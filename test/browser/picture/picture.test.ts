import { readFileSync } from 'node:fs'
import path from 'node:path'
import { withChromium } from '../../fixtures/browser/with-chromium'
import { changeSincePicture, pictureFile, readFingerprint, readPicture, sha256 } from './picture-files'
import { withPicturedPage } from './pictured-page'

const maxBytes = 200_000

describe('the picture of all data on a borrower', () => {
  it('shows the page as it is: since it was made, neither the page nor a style sheet of it has changed', () =>
    withPicturedPage(({ fingerprint }) => {
      expect(Object.keys(fingerprint).length).toBeGreaterThan(2)
      expect(changeSincePicture(readFingerprint(), fingerprint, readPicture())).toBeUndefined()
      return Promise.resolve()
    }))

  it('is the picture with which the README opens, and is small', () => {
    const readme = readFileSync(path.join(process.cwd(), 'README.md'), 'utf8')
    const [head = ''] = readme.split('\n## ')
    const pictures = [...head.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)]
    expect(pictures.map(([, , file]) => file)).toEqual([pictureFile])
    expect(pictures[0]?.[1]).toMatch(/\w+ \w+/)
    expect(readPicture().length).toBeLessThan(maxBytes)
  })
})

describe('the check of the picture', () => {
  const picture = Buffer.from('a picture')
  const made = { '/en/mit/data': 'a', '/pages/site.css': 'b', 'own-data.png': sha256(picture) }

  it('finds nothing where nothing has changed', () => {
    expect(changeSincePicture(made, { '/en/mit/data': 'a', '/pages/site.css': 'b' }, picture)).toBeUndefined()
  })

  it('names what has changed, and the command that makes the picture anew', () => {
    const change = changeSincePicture(made, { '/en/mit/data': 'c', '/pages/new.css': 'b' }, picture)
    expect(change).toBe(
      'The picture of the README is older than /en/mit/data, /pages/site.css, /pages/new.css. Run `npm run picture`, and look at the new picture.',
    )
  })

  it('finds a picture that was changed by hand', () => {
    const parts = { '/en/mit/data': 'a', '/pages/site.css': 'b' }
    expect(changeSincePicture(made, parts, Buffer.from('another picture'))).toContain('own-data.png')
  })
})

withChromium((browser) => {
  describe('a new picture', () => {
    it('is a PNG of the page, and is small', () =>
      withPicturedPage(async ({ takePicture }) => {
        const picture = await takePicture(browser())
        expect(picture.subarray(1, 4).toString()).toBe('PNG')
        expect([picture.length > 20_000, picture.length < maxBytes]).toEqual([true, true])
      }))
  })
})

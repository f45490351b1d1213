import { keyboardFindings } from '../fixtures/browser/keyboard-findings'
import { withChromium } from '../fixtures/browser/with-chromium'

withChromium((browser) => {
  const findingsOn = async (html: string): Promise<ReadonlyArray<string>> => {
    const page = await browser().newPage()
    await page.setContent(html)
    const findings = await keyboardFindings(page)
    await page.close()
    return findings
  }

  describe('the check of a page by the keyboard', () => {
    it('finds nothing on a page whose elements are all reached, with a sign of the focus', async () => {
      const radios = '<input type="radio" name="way" value="a" checked><input type="radio" name="way" value="b">'
      expect(await findingsOn(`<a href="#here">A link</a><form>${radios}<button>Send</button></form>`)).toEqual([])
    })

    it('finds an element that the Tab key does not reach', async () => {
      expect(await findingsOn('<button>Send</button><button tabindex="-1" id="hidden">Cancel</button>')).toEqual([
        expect.stringMatching(/^the Tab key does not reach <button tabindex="-1" id="hidden"/),
      ])
    })

    it('finds an element on which one does not see that it has the focus', async () => {
      expect(await findingsOn('<button>Send</button><a href="#here" style="outline: none">A link</a>')).toEqual([
        expect.stringMatching(/^the focus is not seen on <a href="#here"/),
      ])
    })
  })
})

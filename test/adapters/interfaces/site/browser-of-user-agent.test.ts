import { browserOfUserAgent, otherBrowser } from '../../../../adapters/interfaces/site/visits/browser-of-user-agent'

describe('the browser of a request', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox 133'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'Microsoft Edge 131',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17',
    ],
  ])('is known by its family and its major version: %s', (header, browser) =>
    expect(browserOfUserAgent(header)).toBe(browser),
  )

  it.each(['Ib Hansen/1.0', 'curl/8.1', '', undefined, '12345678901234567890/1'])(
    'is not named when nobody knows it, so nothing that somebody writes there is kept: %s',
    (header) => expect(browserOfUserAgent(header)).toBe(otherBrowser),
  )

  it('is read from the beginning of the text alone, however long it is', () =>
    expect(browserOfUserAgent(`${'x'.repeat(100_000)} Firefox/133.0`)).toBe(otherBrowser))

  it('has no version that could be somebody’s number', () =>
    expect(browserOfUserAgent('Mozilla/5.0 Firefox/1234567890')).toBe('Firefox'))
})

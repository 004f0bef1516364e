import { breakable } from '../../../lib/report/html/breakable';
import { markup, trusted } from '../../../lib/report/html/markup';

describe('markup', () => {
  it.each([
    ['<script>', '&lt;script&gt;'],
    ['"', '&quot;'],
    ["'", '&#39;'],
    ['&amp;', '&amp;amp;'],
    ['a\u0000b', 'a\\u0000b'],
    ['\u202egnp', '\\u202egnp'],
    ['\u001b[2J', '\\u001b[2J'],
    [0, '0'],
  ])('escapes %j', (value, text) => {
    expect(markup`<p title="${value}">`.toString()).toBe(`<p title="${text}">`);
  });

  it('keeps what it made itself, joins lists, and writes nothing for null', () => {
    const item = (text: string) => markup`<li>${text}</li>`;
    expect(markup`<ul>${['a<', 'b'].map(item)}${null}${[]}</ul>`.toString()).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    );
  });

  it('writes only what is declared to be trusted as it is', () => {
    expect(markup`${trusted('<b>')}${'<b>'}`.toString()).toBe('<b>&lt;b&gt;');
  });
});

describe('breakable', () => {
  it.each([
    ['sandbox/Data/Phi', 'sandbox/<wbr>Data/<wbr>Phi'],
    ['AWS::S3::Bucket', 'AWS::<wbr>S3::<wbr>Bucket'],
    ['a/<b>/c', 'a/<wbr>&lt;b&gt;/<wbr>c'],
    ['/', '/'],
    ['', ''],
  ])('lets %j break after its separators', (text, html) => {
    expect(breakable(text).toString()).toBe(html);
  });
});

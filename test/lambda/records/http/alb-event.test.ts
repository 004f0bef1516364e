import type { ALBEvent } from 'aws-lambda';
import { albResult, requestOfAlb } from '../../../../lambda/records/http/alb-event';

const EVENT: ALBEvent = {
  requestContext: { elb: { targetGroupArn: 'arn' } },
  httpMethod: 'POST',
  path: '/patients/search',
  multiValueQueryStringParameters: {},
  multiValueHeaders: {
    host: ['records.example'],
    cookie: ['a=1', 'b=2'],
    'x-forwarded-for': ['203.0.113.9, 192.0.2.7'],
  },
  body: Buffer.from('{"a":"ü"}').toString('base64'),
  isBase64Encoded: true,
};

describe('the event of a load balancer', () => {
  it('is read as a request', () => {
    const request = requestOfAlb(EVENT);
    expect(request).toMatchObject({
      method: 'POST',
      path: '/patients/search',
      hasQuery: false,
      sourceAddress: '192.0.2.7',
    });
    expect(request.headers.get('cookie')).toEqual(['a=1', 'b=2']);
    expect(Buffer.from(request.body).toString()).toBe('{"a":"ü"}');
  });

  it.each([
    [['192.0.2.7'], '192.0.2.7'],
    [['192.0.2.7:443'], '192.0.2.7'],
    [['2001:db8::1'], '2001:db8::1'],
    [['[2001:db8::1]:443'], '2001:db8::1'],
    [['198.51.100.1', '192.0.2.7'], '192.0.2.7'],
    [['192.0.2.7, <script>'], 'unknown'],
    [undefined, 'unknown'],
  ])('has the address that the load balancer saw, not the one that the client says: %j', (lines, address) => {
    const multiValueHeaders = lines === undefined ? {} : { 'X-Forwarded-For': lines };
    expect(requestOfAlb({ ...EVENT, multiValueHeaders }).sourceAddress).toBe(address);
  });

  it('is read without multi-value headers too, and without a body', () => {
    const { multiValueHeaders: _, multiValueQueryStringParameters: __, ...rest } = EVENT;
    const request = requestOfAlb({
      ...rest,
      headers: { Host: 'records.example' },
      queryStringParameters: { q: '1' },
      body: null,
      isBase64Encoded: false,
    });
    expect(request.headers.get('host')).toEqual(['records.example']);
    expect(request.hasQuery).toBe(true);
    expect(request.body).toHaveLength(0);
  });

  it('is answered with each cookie', () => {
    expect(
      albResult({
        status: 204,
        headers: [
          ['Set-Cookie', 'a=1'],
          ['Cache-Control', 'no-store'],
          ['Set-Cookie', 'b=2'],
        ],
        body: '',
      }),
    ).toEqual({
      statusCode: 204,
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'], 'Cache-Control': ['no-store'] },
      body: '',
      isBase64Encoded: false,
    });
  });
});

import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { accountPerimeter, imageLayerReads, principalPerimeter } from '../../lib/constructs/data-perimeter';

const ACCOUNT = { Ref: 'AWS::AccountId' };

function rendered(statement: PolicyStatement): unknown {
  return new Stack().resolve(statement.toStatementJson());
}

describe('the data perimeter', () => {
  it('lets only principals of this account reach only resources of this account', () => {
    expect(rendered(accountPerimeter())).toEqual({
      Sid: 'OwnPrincipalsToOwnResources',
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT, 'aws:ResourceAccount': ACCOUNT } },
    });
  });

  it('keeps foreign principals from a service without resources', () => {
    expect(rendered(principalPerimeter())).toEqual({
      Sid: 'OwnPrincipals',
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } },
    });
  });

  it('opens the bucket of image layers for reading objects and nothing else', () => {
    expect(rendered(imageLayerReads())).toEqual({
      Sid: 'ImageLayers',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':s3:::prod-',
            { Ref: 'AWS::Region' },
            '-starport-layer-bucket/*',
          ],
        ],
      },
    });
  });
});

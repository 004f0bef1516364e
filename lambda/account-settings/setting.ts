/** What is asked of a setting: by whom, under which name what was found is kept, and what is wanted, as text. */
export interface SettingRequest {
  /** `manage` makes the setting, `adopt` only looks whether it holds. */
  readonly mode: 'manage' | 'adopt';
  /** The name of the record of what was found before. */
  readonly record: string;
  /** Unique to this request, and the same when it is delivered again. */
  readonly token: string;
  /** What the resource was called when it was last answered. @default - it is new */
  readonly physicalId?: string;
  /** What the template wants; CloudFormation makes text of every value. */
  readonly wanted: unknown;
}

/** Something of an account that CloudFormation has no resource for. Both ways may be asked again and again. */
export interface Setting {
  /** Makes it so, and says what the resource is called. */
  readonly apply: (request: SettingRequest) => Promise<string>;
  /** Puts back what is safe to put back; takes it for done when there is nothing. */
  readonly remove: (request: SettingRequest) => Promise<void>;
}

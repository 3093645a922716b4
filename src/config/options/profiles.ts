import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** Where profiles come from. */
export const PROFILE_OPTIONS = [
  {
    name: 'profiler',
    kind: 'choice',
    choices: ['auto', 'sdk', 'node'],
    default: 'auto',
    commands: KNOWN_TO.measuring,
    group: 'Profiles',
    description:
      '`sdk`: the service pushes profiles with its own Pyroscope SDK. `node`: Flamegate profiles a Node service itself. `auto`: `node` unless an SDK is loaded.',
  },
  {
    name: 'scrape-url',
    kind: 'text',
    commands: KNOWN_TO.measuring,
    group: 'Profiles',
    description:
      'URL that is asked for a pprof of the measured load (`?seconds=N` is added), for services without an SDK: `http://127.0.0.1:{port}/debug/pprof/profile` for Go with `net/http/pprof`.',
  },
  {
    name: 'profile-type',
    kind: 'text',
    default: 'cpu',
    commands: KNOWN_TO.every,
    group: 'Profiles',
    description:
      'Sample type that is compared, such as `cpu` or `wall`. Of a Pyroscope server also a kind (`allocations`, `in-use`, `locks`) or a whole profile type.',
  },
  {
    name: 'sample-rate',
    kind: 'integer',
    default: '1000',
    min: 10,
    max: 5000,
    commands: KNOWN_TO.measuring,
    group: 'Profiles',
    description:
      'Samples per second asked of profilers that take it from the environment. Precision is limited by their number up to about 1,000.',
  },
  {
    name: 'rounds-file',
    flag: 'rounds',
    kind: 'text',
    commands: KNOWN_TO.compare,
    group: 'Recorded profiles',
    description: 'Compare the recorded rounds that this manifest (`rounds.json`) lists.',
  },
  {
    name: 'pyroscope-url',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description:
      'Compare profiles that this Pyroscope server (or Grafana data source proxy) holds.',
  },
  {
    name: 'selector',
    kind: 'text',
    default: '{service_name="{service}", service_git_ref="{ref}"}',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description:
      'Labels of both sides’ profiles. `{ref}` stands for `base` or `head`, which may be a short SHA or a tag as long as only one value there is can be meant.',
  },
  {
    name: 'base-selector',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description:
      'Labels of base’s profiles where they differ in more: `{service_name="shop", version="1.4"}`.',
  },
  {
    name: 'head-selector',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description: 'Labels of head’s profiles where they differ in more.',
  },
  {
    name: 'base-window',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description: 'Time of base’s profiles: `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`.',
  },
  {
    name: 'head-window',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description: 'Time of head’s profiles.',
  },
  {
    name: 'base-requests',
    kind: 'number',
    min: 1,
    commands: KNOWN_TO.compare,
    group: 'Recorded profiles',
    description:
      'Requests that base served in its window, as your metrics counted them; they are taken to be spread evenly over it. Without it the work is estimated from what all functions have in common.',
  },
  {
    name: 'head-requests',
    kind: 'number',
    min: 1,
    commands: KNOWN_TO.compare,
    group: 'Recorded profiles',
    description: 'Requests that head served in its window.',
  },
  {
    name: 'slices',
    kind: 'integer',
    default: '12',
    min: 3,
    max: 200,
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description: 'Equal parts that each window is cut into; they serve as rounds.',
  },
  {
    name: 'pyroscope-tenant',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description: 'Tenant, sent as `X-Scope-OrgID`.',
  },
  {
    name: 'pyroscope-user',
    kind: 'text',
    commands: KNOWN_TO.server,
    group: 'Recorded profiles',
    description: 'User of basic authentication (Grafana Cloud: the stack’s number).',
  },
  {
    name: 'pyroscope-password',
    kind: 'text',
    commands: KNOWN_TO.server,
    secretFrom: 'FLAMEGATE_PYROSCOPE_PASSWORD',
    group: 'Recorded profiles',
    description: 'Password of basic authentication.',
  },
  {
    name: 'pyroscope-token',
    kind: 'text',
    commands: KNOWN_TO.server,
    secretFrom: 'FLAMEGATE_PYROSCOPE_TOKEN',
    group: 'Recorded profiles',
    description: 'Bearer token, such as that of a Grafana service account.',
  },
  {
    name: 'pyroscope-headers',
    kind: 'lines',
    commands: KNOWN_TO.server,
    secretFrom: 'FLAMEGATE_PYROSCOPE_HEADERS',
    group: 'Recorded profiles',
    description:
      'Further headers for what stands in front of the server, one a line: `X-Gateway-Key: 1234`. Their values are secret.',
  },
] as const satisfies readonly OptionSpec[];

import { ImportError } from '../store/import-problems.ts';

/** An update was asked for, and what is installed is the newest there is: no failure to be told of again. */
export class NothingNewError extends ImportError {
  constructor() {
    super(
      'There is no newer version: what is installed is what its publisher offers. Nothing was changed.',
      'Check again later.',
    );
  }
}

// What every page loads: copy buttons and live lines.
import { startCopying } from './copy';
import { startLiveLines } from './live';

startCopying();
startLiveLines();

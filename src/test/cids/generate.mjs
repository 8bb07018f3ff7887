// Prints "size cid" for inputs that CidTest makes as well: byte i of an input of n bytes is (i * 31 + n) mod 251.
import { CID } from 'multiformats/cid'
import * as raw from 'multiformats/codecs/raw'
import { sha256 } from 'multiformats/hashes/sha2'

const sizes = [0, 1, 2, 31, 32, 33, 1000, 65535, 65536, 524288, 1048575, 1048576]
for (let n = 7; n < 1000000; n = Math.floor(n * 2.7) + 1) sizes.push(n)

for (const size of sizes.sort((a, b) => a - b)) {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + size) % 251)
  console.log(size, CID.createV1(raw.code, await sha256.digest(bytes)).toString())
}

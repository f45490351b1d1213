// Verifies a transparency log with the packages that verify Go's own: sumdb/note and sumdb/tlog. It takes the path of a JSON
// file and prints what it verified. It knows nothing of the library but the public formats.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type input struct {
	Key, Folder string
	Inclusion   []struct {
		Index int64
		Proof []string
	}
	Consistency []struct {
		Size  int64
		Root  string
		Proof []string
	}
	// Proofs as texts (C2SP tlog-proof), whose extra data is the entry.
	Texts []string
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func hashOf(text string) (hash tlog.Hash) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	check(err)
	if len(bytes) != len(hash) {
		check(fmt.Errorf("not a hash"))
	}
	copy(hash[:], bytes)
	return hash
}

func hashesOf(texts []string) (hashes []tlog.Hash) {
	for _, text := range texts {
		hashes = append(hashes, hashOf(text))
	}
	return hashes
}

// tiles reads the tiles of a folder, whose paths do not name the height.
type tiles struct{ folder string }

func (t tiles) Height() int                     { return 8 }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) (read [][]byte, err error) {
	for _, tile := range wanted {
		bytes, err := os.ReadFile(filepath.Join(t.folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		read = append(read, bytes)
	}
	return read, nil
}

// entry reads one entry of the bundles of a folder.
func (t tiles) entry(index, size int64) []byte {
	tile := tlog.Tile{H: 8, L: 0, N: index / 256, W: 256}
	if left := size - tile.N*256; left < 256 {
		tile.W = int(left)
	}
	path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
	bytes, err := os.ReadFile(filepath.Join(t.folder, path))
	check(err)
	for skip := index % 256; skip > 0; skip-- {
		bytes = bytes[2+binary.BigEndian.Uint16(bytes):]
	}
	return bytes[2 : 2+binary.BigEndian.Uint16(bytes)]
}

// headOf verifies a signed head, and answers its size and its root.
func headOf(signed []byte, verifier note.Verifier) (size int64, root tlog.Hash) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	_, err = fmt.Sscan(lines[1], &size)
	check(err)
	return size, hashOf(lines[2])
}

// checkText verifies a proof that stands alone, with nothing but the key of the log.
func checkText(text string, verifier note.Verifier) {
	proof, signed, _ := strings.Cut(text, "\n\n")
	lines := strings.Split(proof, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") {
		check(fmt.Errorf("not a proof with its entry"))
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check(err)
	var index int64
	_, err = fmt.Sscanf(lines[2], "index %d", &index)
	check(err)
	size, root := headOf([]byte(signed), verifier)
	check(tlog.CheckRecord(hashesOf(lines[3:]), size, root, index, tlog.RecordHash(entry)))
}

func main() {
	var in input
	text, err := os.ReadFile(os.Args[1])
	check(err)
	check(json.Unmarshal(text, &in))
	verifier, err := note.NewVerifier(in.Key)
	check(err)
	signed, err := os.ReadFile(filepath.Join(in.Folder, "checkpoint"))
	check(err)
	size, root := headOf(signed, verifier)
	reader := tiles{in.Folder}
	hashes := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, reader)
	for _, leaf := range in.Inclusion {
		hash := tlog.RecordHash(reader.entry(leaf.Index, size))
		check(tlog.CheckRecord(hashesOf(leaf.Proof), size, root, leaf.Index, hash))
		own, err := tlog.ProveRecord(size, leaf.Index, hashes)
		check(err)
		check(tlog.CheckRecord(own, size, root, leaf.Index, hash))
	}
	for _, smaller := range in.Consistency {
		check(tlog.CheckTree(hashesOf(smaller.Proof), size, root, smaller.Size, hashOf(smaller.Root)))
		own, err := tlog.ProveTree(size, smaller.Size, hashes)
		check(err)
		check(tlog.CheckTree(own, size, root, smaller.Size, hashOf(smaller.Root)))
	}
	for _, text := range in.Texts {
		checkText(text, verifier)
	}
	fmt.Printf("%d inclusions, %d consistencies, %d texts\n", len(in.Inclusion), len(in.Consistency), len(in.Texts))
}

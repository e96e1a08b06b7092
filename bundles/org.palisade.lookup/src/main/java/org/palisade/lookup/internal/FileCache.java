package org.palisade.lookup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;

/** Remembers inventories in the files of a folder. */
final class FileCache implements LookUpCache {

	private static final String MAP = ".map";
	private static final String PROOF = ".proof";
	private static final String SERVER = ".server";

	private final CacheFolder folder;
	private final Diagnostics diagnostics;
	private boolean warned;

	FileCache(CacheFolder folder, Diagnostics diagnostics) {
		this.folder = folder;
		this.diagnostics = diagnostics;
	}

	@Override
	public Optional<InventoryMap> map(MapKey key) {
		return open(key).map(map -> map);
	}

	private Optional<MapFile> open(MapKey key) {
		try {
			FileChannel channel = folder.open(name(key) + MAP);
			try {
				MapHeader header = MapHeader.read(channel);
				if (header.belongsTo(key)) {
					return Optional.of(new MapFile(channel, renewed(key, header), this::ignored));
				}
				channel.close();
				return Optional.empty();
			} catch (IOException failure) {
				channel.close();
				throw failure;
			}
		} catch (NoSuchFileException nothingYet) {
			return Optional.empty();
		} catch (IOException failure) {
			ignored(failure);
			return Optional.empty();
		}
	}

	/** A proof that cannot be used leaves the one that the map was written with. */
	private MapHeader renewed(MapKey key, MapHeader header) {
		try (FileChannel channel = folder.open(name(key) + PROOF)) {
			if (channel.size() > ProofFile.LONGEST) {
				throw new DamagedMap(Messages.damaged);
			}
			ByteBuffer bytes = MapHeader.bytes(channel, (int) channel.size(), 0);
			return ProofFile.read(bytes, header.serial(), header.proof().identified()).map(header::with).orElse(header);
		} catch (NoSuchFileException notRenewed) {
			return header;
		} catch (IOException failure) {
			ignored(failure);
			return header;
		}
	}

	@Override
	public void replace(MapKey key, MapProof proof, Collection<MappedPlug> plugs) {
		try {
			write(key, new MapWriter(key, proof, serial()).addAll(plugs));
		} catch (UncheckedIOException tooLong) {
			notKept(tooLong.getCause());
		}
	}

	/** Two maps of one key that were made in the same nanosecond would have to be made by two processes. */
	private static long serial() {
		return System.currentTimeMillis() * 1_000_003 ^ System.nanoTime() ^ ProcessHandle.current().pid() << 32;
	}

	private void write(MapKey key, MapWriter writer) {
		try {
			folder.replace(name(key) + MAP, writer.finish());
			// It was for the former map, and if it is damaged nothing else would ever replace it.
			folder.remove(name(key) + PROOF);
		} catch (IOException failure) {
			notKept(failure);
		}
	}

	@Override
	public void update(MapKey key, MapProof since, MapProof proof, Collection<MappedPlug> changed, Set<String> removed) {
		Optional<MapFile> known = open(key);
		if (known.isEmpty()) {
			return;
		}
		try (MapFile map = known.get()) {
			if (!map.proof().mark().equals(since.mark())) {
				return;
			}
			if (changed.isEmpty() && removed.isEmpty() && proof.identified() == map.proof().identified()) {
				folder.replace(name(key) + PROOF, ProofFile.write(map.serial(), proof));
			} else {
				write(key, merged(map, key, proof, changed, removed));
			}
		} catch (UncheckedIOException tooLong) {
			notKept(tooLong.getCause());
		} catch (IOException failure) {
			notKept(failure);
		}
	}

	private static MapWriter merged(MapFile map, MapKey key, MapProof proof, Collection<MappedPlug> changed, Set<String> removed)
			throws IOException {
		Set<String> replaced = new HashSet<>(removed);
		changed.forEach(plug -> replaced.add(plug.id()));
		MapWriter writer = new MapWriter(key, proof, serial());
		map.forEach(plug -> {
			if (!replaced.contains(plug.id())) {
				writer.add(plug);
			}
		});
		return writer.addAll(List.copyOf(changed));
	}

	@Override
	public Optional<Map<String, String>> server(String address) {
		try (FileChannel channel = folder.open(serverName(address))) {
			if (channel.size() > ServerFile.LONGEST) {
				throw new DamagedMap(Messages.damaged);
			}
			Map<String, String> facts = ServerFile.read(MapHeader.bytes(channel, (int) channel.size(), 0), address);
			return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
		} catch (NoSuchFileException nothingYet) {
			return Optional.empty();
		} catch (IOException failure) {
			ignored(failure);
			return Optional.empty();
		}
	}

	@Override
	public void rememberServer(String address, Map<String, String> facts) {
		try {
			folder.replace(serverName(address), ServerFile.write(address, facts));
		} catch (UncheckedIOException tooLong) {
			notKept(tooLong.getCause());
		} catch (IOException failure) {
			notKept(failure);
		}
	}

	private static String serverName(String address) {
		return Integer.toHexString(MapFormat.hash(address) | 1 << 31) + SERVER;
	}

	/** {@return the name of a key's files, without their ending} Two keys of one name would replace each other's maps, no more. */
	static String name(MapKey key) {
		StringBuilder name = new StringBuilder();
		for (String part : List.of(key.server(), key.account(), key.api(), key.server() + "\n" + key.account() + "\n" + key.api())) {
			name.append(Integer.toHexString(MapFormat.hash(part) | 1 << 31));
		}
		return name.toString();
	}

	private void ignored(IOException failure) {
		warn(Messages.ignored, failure);
	}

	private void notKept(IOException failure) {
		warn(Messages.not_kept, failure);
	}

	private void warn(String text, IOException failure) {
		if (!warned) {
			warned = true;
			diagnostics.warning(NLS.bind(text, folder.path(), reason(failure)));
		}
	}

	private static String reason(IOException failure) {
		if (failure instanceof FileSystemException inTheFileSystem) {
			String reason = inTheFileSystem.getReason() == null ? failure.getClass().getSimpleName() : inTheFileSystem.getReason();
			return NLS.bind(Messages.unreadable, reason);
		}
		return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
	}
}

namespace DataCatalog.Storage;

/// <summary>
/// Checks where a command may write a file: where nothing is yet or, when asked to, over an earlier file of the same kind.
/// </summary>
/// <param name="What">What the file is, in a word of its kind: <c>export</c>.</param>
/// <param name="IsOurs">Whether a file is of this kind.</param>
internal sealed record TargetFile(string What, Func<FileInfo, bool> IsOurs)
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Refuses a path where something would be lost.</summary>
    /// <param name="path">The path.</param>
    /// <param name="database">The database, which is never overwritten.</param>
    /// <param name="force">Whether an earlier file of this kind may be overwritten.</param>
    /// <exception cref="RefusedException">The path leads to something that must stay; the message says what.</exception>
    public void Check(string path, string database, bool force)
    {
        if (DatabaseFile.Owns(database, path))
        {
            throw new RefusedException($"{path} is the database or belongs to it. Name another file.");
        }

        var target = new FileInfo(path);
        if (target.LinkTarget is { } leads)
        {
            throw new RefusedException($"{path} is a link to {leads}. Name the file itself.");
        }

        if (Directory.Exists(path) || Posix.IsSpecial(path))
        {
            throw new RefusedException($"{path} is a folder, a pipe or a device. Name a file.");
        }

        if (target.Exists)
        {
            CheckFile(target, path, force);
        }
    }

    private void CheckFile(FileInfo target, string path, bool force)
    {
        if (target.Length > 0 && !IsOurs(target))
        {
            throw new RefusedException($"{path} is there already and is no {What} of a catalogue. Name another file.");
        }

        if (OperatingSystem.IsWindows() ? target.IsReadOnly : (target.UnixFileMode & AnyWrite) == UnixFileMode.None)
        {
            throw new RefusedException($"{path} is read-only. Name another file, or make it writable.");
        }

        if (!force)
        {
            throw new RefusedException($"{path} is there already. Name another file, or overwrite that {What} with --force.");
        }
    }
}

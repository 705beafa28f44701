using System.Globalization;

namespace DataCatalog.Tests;

/// <summary>No compiler and no formatter keeps <c>max_line_length</c>, so a test does.</summary>
public sealed class LineLengthTests
{
    private const int Shown = 20;

    /// <summary>The files that are read: pages are held to what the code is held to.</summary>
    private static readonly string[] Kinds = ["*.cs", "*.razor"];

    /// <summary>Folders that git ignores.</summary>
    private static readonly string[] Ignored = ["artifacts", "bin", "node_modules", "obj"];

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_editorconfig_allows(string folder)
    {
        var allowed = AllowedLength();
        var files = Sources(Repository.PathOf(folder)).Order(StringComparer.Ordinal).ToList();
        var tooLong = files.SelectMany(file => LongerThan(allowed, file)).ToList();

        Assert.NotEmpty(files);
        Assert.True(
            tooLong.Count == 0,
            $"{tooLong.Count} lines of {folder} have more than {allowed} characters:\n{string.Join('\n', tooLong.Take(Shown))}");
    }

    /// <summary>Reads what <c>.editorconfig</c> allows for <c>[*.cs]</c>.</summary>
    private static int AllowedLength()
    {
        var section = File.ReadLines(Repository.PathOf(".editorconfig"))
            .SkipWhile(line => line != "[*.cs]")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('['));
        var setting = Assert.Single(section, line => line.StartsWith("max_line_length", StringComparison.Ordinal));
        return int.Parse(setting.Split('=')[1], CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var folders = Directory.EnumerateDirectories(folder).Where(inner => !Ignored.Contains(Path.GetFileName(inner)));
        return Kinds.SelectMany(kind => Directory.EnumerateFiles(folder, kind)).Concat(folders.SelectMany(Sources));
    }

    /// <summary>Names the lines of a file that are too long as <c>file:line</c>.</summary>
    private static IEnumerable<string> LongerThan(int allowed, string file) =>
        from line in File.ReadLines(file).Index()
        let length = LengthOf(line.Item)
        where length > allowed
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1} has {length} characters");

    /// <summary>Counts characters; a <see langword="string"/> counts those beyond the basic plane twice.</summary>
    private static int LengthOf(string line) => line.EnumerateRunes().Count();
}

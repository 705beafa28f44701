using System.Globalization;
using System.Reflection;

namespace DataCatalog.Storage;

/// <summary>A script that changes the schema, embedded in the program: <c>NNNN-name.sql</c>.</summary>
/// <param name="Number">Its number, which is that of the schema after it.</param>
/// <param name="Text">The statements.</param>
internal sealed record SchemaScript(long Number, string Text)
{
    /// <summary>Lists the scripts of an engine, in their order.</summary>
    /// <param name="folder">What the names of its resources begin with.</param>
    public static IReadOnlyList<SchemaScript> In(string folder) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name, folder)),
    ];

    private static SchemaScript Read(string name, string folder)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new SchemaScript(long.Parse(name.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
    }
}

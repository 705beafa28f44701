using System.IO.Compression;

namespace DataCatalog.Tests.Fuzz;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">Names and values, one byte a character.</param>
/// <param name="HeadLength">Bytes of the status line and all headers.</param>
/// <param name="Body">The body without chunks, still coded.</param>
/// <param name="StrayBytes">Bytes that came after the end of the answer.</param>
/// <param name="Elapsed">From the last byte sent to the last one read.</param>
internal sealed record RawAnswer(
    int Status, IReadOnlyList<(string Name, string Value)> Headers, int HeadLength, byte[] Body, int StrayBytes, TimeSpan Elapsed)
{
    public string? MediaType => Header("Content-Type")?.Split(';')[0].Trim();

    /// <summary>Refused by the server before the service saw it.</summary>
    public bool IsOfTheServer =>
        Status is 400 or 405 or 408 or 413 or 414 or 431 or 505 && Body.Length == 0
        && Header("Connection") == "close" && Header("Content-Length") == "0";

    public string? Header(string name) => ValuesOf(name).FirstOrDefault();

    public IEnumerable<string> ValuesOf(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    /// <summary>The body, decoded.</summary>
    public byte[] Content()
    {
        using var coded = new MemoryStream(Body);
        using Stream decoder = Header("Content-Encoding") switch
        {
            "gzip" => new GZipStream(coded, CompressionMode.Decompress),
            "br" => new BrotliStream(coded, CompressionMode.Decompress),
            _ => coded,
        };
        using var content = new MemoryStream();
        decoder.CopyTo(content);
        return content.ToArray();
    }
}

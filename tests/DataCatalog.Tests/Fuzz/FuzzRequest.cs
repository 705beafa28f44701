using System.Text;

namespace DataCatalog.Tests.Fuzz;

/// <summary>A request as it goes over the wire: each character is one byte.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, encoded or meant to be wrong.</param>
/// <param name="Query">The parts between ampersands.</param>
/// <param name="Headers">Lines as <c>name: value</c>.</param>
/// <param name="Body">The body; its length is sent when there is one.</param>
internal sealed record FuzzRequest(string Method, string Path, IReadOnlyList<string> Query, IReadOnlyList<string> Headers, string Body = "")
{
    public string Target => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query)}";

    public bool IsHead => Method == "HEAD";

    /// <summary>What a shorter example is measured by.</summary>
    public int Length => ToString().Length;

    public byte[] ToBytes()
    {
        var text = new StringBuilder().Append(Method).Append(' ').Append(Target).Append(" HTTP/1.1\r\n");
        var hasHost = Headers.Any(header => header.StartsWith("Host:", StringComparison.Ordinal));
        foreach (var header in (string[])[.. hasHost ? [] : new[] { "Host: localhost" }, .. Headers])
        {
            text.Append(header).Append("\r\n");
        }

        if (Body.Length > 0)
        {
            text.Append("Content-Type: application/json\r\nContent-Length: ").Append(Body.Length).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").Append(Body).ToString());
    }

    public override string ToString() =>
        string.Join(" | ", [$"{Method} {Target}", .. Headers, .. Body.Length > 0 ? [$"a body of {Body.Length}"] : Array.Empty<string>()]);
}

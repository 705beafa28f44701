using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DataCatalog.Http;

/// <summary>
/// Identifies this build of the program, because another build may write other bytes: the files of the program and its packages, the
/// texts in other languages, and the runtime, which writes JSON and compresses. The module of this assembly alone does not change with the
/// other assemblies.
/// </summary>
internal static class ProgramBuild
{
    /// <summary>The digest of the running program.</summary>
    public static readonly string Mark = Of(AppContext.BaseDirectory);

    /// <summary>
    /// Returns the digest of a program in a folder under the current runtime; of a single-file program, only its own module counts.
    /// </summary>
    public static string Of(string folder)
    {
        var module = typeof(ProgramBuild).Assembly.ManifestModule.ModuleVersionId;
        var files = Directory.EnumerateFiles(folder, "*.dll")
            .Concat(Directory.EnumerateFiles(folder, "*.resources.dll", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {DigestOf(file)}");
        return Digest(Encoding.UTF8.GetBytes(string.Join('\n', [RuntimeInformation.FrameworkDescription, $"{module}", .. files])));
    }

    private static string DigestOf(string file) => Digest(File.ReadAllBytes(file));

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}

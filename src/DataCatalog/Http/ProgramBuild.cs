using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DataCatalog.Http;

/// <summary>
/// What tells this program from every other build of it, whose answers may have other bytes: the files that it is made of, packages among them,
/// and the runtime, which writes JSON and compresses. The module of this assembly alone does not change with the insides of the others.
/// </summary>
internal static class ProgramBuild
{
    /// <summary>The mark of the running program.</summary>
    public static readonly string Mark = Of(AppContext.BaseDirectory);

    /// <summary>The mark of a program in a folder, under the present runtime; published as one file, it has its own module alone.</summary>
    public static string Of(string folder)
    {
        var module = typeof(ProgramBuild).Assembly.ManifestModule.ModuleVersionId;
        var files = Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {DigestOf(file)}");
        return Digest(Encoding.UTF8.GetBytes(string.Join('\n', [RuntimeInformation.FrameworkDescription, $"{module}", .. files])));
    }

    private static string DigestOf(string file) => Digest(File.ReadAllBytes(file));

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}

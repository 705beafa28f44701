namespace DataCatalog.Http;

/// <summary>The extension that the path of a request had, such as <c>.ttl</c>. It fixes the syntax and stays in paging links.</summary>
/// <param name="Syntax">The syntax that it stands for.</param>
/// <param name="Text">The extension as it was written.</param>
internal sealed record AddressExtension(Syntax Syntax, string Text);

/// <summary>
/// Lets every address be requested in one syntax by an extension (<c>/datasets/x.ttl</c>; <c>/index.ttl</c> for the home address). The
/// extension is removed before routing, so that each route is written once.
/// </summary>
internal static class AddressExtensionMiddleware
{
    private const string HomeName = "/index";

    /// <summary>At these addresses and below them an extension is part of the name.</summary>
    private static readonly PathString[] FileFolders =
    [
        new("/openapi"), new("/swagger"), new("/dumps"), new("/feed.atom"), new($"/{PlainJson.ContextPath}"), new("/sitemap.xml"),
        new("/sitemaps"),
    ];

    /// <summary>Addresses of folders, which are no documents and have no syntaxes.</summary>
    private static readonly string[] Folders = ["/openapi", "/swagger"];

    public static IApplicationBuilder UseAddressExtensions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        var extension = Path.GetExtension(path);
        var bare = path[..^extension.Length];
        if (Syntax.OfExtension(extension) is { } syntax
            && !bare.EndsWith('/')
            && !HasFiles(context.Request.Path)
            && !Folders.Contains(bare, StringComparer.Ordinal))
        {
            context.Features.Set(new AddressExtension(syntax, extension));
            context.Request.Path = new PathString(string.Equals(bare, HomeName, StringComparison.Ordinal) ? "/" : bare);
        }

        return next(context);
    });

    /// <summary>Returns the address of a path in one syntax, below the base URL.</summary>
    public static string Of(string path, string extension) => path is "/" or "" ? HomeName + extension : path + extension;

    private static bool HasFiles(PathString path) =>
        Array.Exists(FileFolders, folder => path.StartsWithSegments(folder, StringComparison.Ordinal));
}

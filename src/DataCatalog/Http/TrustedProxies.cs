using DataCatalog.Configuration;
using Microsoft.AspNetCore.HttpOverrides;

namespace DataCatalog.Http;

/// <summary>Lets the proxies that the operator names say who the client is. Nobody else is believed.</summary>
internal static class TrustedProxies
{
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        var proxies = ProxyList.Networks(app.ApplicationServices.GetRequiredService<CatalogOptions>().TrustedProxies).ToList();
        if (proxies.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        proxies.ForEach(options.KnownIPNetworks.Add);
        return app.UseForwardedHeaders(options);
    }
}

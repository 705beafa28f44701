using DataCatalog.Client;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

if (args is not [var address])
{
    Console.Error.WriteLine("usage: Client BASE");
    return 2;
}

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = address };
var tasks = new Tasks(new CatalogClient(adapter), address);
var failed = 0;
foreach (var (name, run) in tasks.All)
{
    try
    {
        Console.WriteLine($"Kiota: {name}: {await run()}");
    }
    catch (Exception exception)
    {
        failed++;
        Console.WriteLine($"Kiota: {name}: FAILED: {exception}");
    }
}

return failed is 0 ? 0 : 1;

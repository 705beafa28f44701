using System.CommandLine;
using DataCatalog.Benchmarks;

var database = new Argument<string>("DATABASE") { Description = "A seeded database that no server holds." };
var count = new Option<int>("--datasets") { Description = "How many datasets to add.", DefaultValueFactory = _ => 100_000 };
var synthesize = new Command("synthesize", "Add synthetic datasets to a database: the same number gives the same datasets.") { database, count };
synthesize.SetAction(result => SyntheticCatalog.AddTo(result.GetRequiredValue(database), result.GetValue(count)));

var address = new Argument<string>("URL") { Description = "A page of the catalogue in N-Triples or JSON-LD, such as http://127.0.0.1:5080/catalog.nt." };
var walk = new Command("walk", "Walk through the catalogue, then ask for single pages again and again; print pages per second.") { address };
walk.SetAction((result, stop) => CatalogWalk.RunAsync(new Uri(result.GetRequiredValue(address)), stop));

return await new RootCommand("Measures the service over synthetic catalogues.") { synthesize, walk }.Parse(args).InvokeAsync();

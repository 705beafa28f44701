using System.CommandLine;
using DataCatalog.Benchmarks;

var database = new Argument<string>("DATABASE") { Description = "A seeded database; no server may hold one that is written to." };
var count = new Option<int>("--datasets") { Description = "How many datasets to add.", DefaultValueFactory = _ => 100_000 };
var synthesize = new Command("synthesize", "Add synthetic datasets to a database: the same number gives the same datasets.")
{
    database, count,
};
synthesize.SetAction(result => SyntheticCatalog.AddTo(result.GetRequiredValue(database), result.GetValue(count)));

var import = new Command("import", "Measure the import of synthetic datasets beside plain inserts of the same rows, in two copies.")
{
    database, count,
};
import.SetAction(result => ImportBenchmark.Run(result.GetRequiredValue(database), result.GetValue(count)));

var address = new Argument<string>("URL")
{
    Description = "A page of the catalogue in N-Triples or JSON-LD, such as http://127.0.0.1:5080/catalog.nt.",
};
var walk = new Command("walk", "Walk through the catalogue, then ask for single pages again and again; print pages per second.")
{
    address,
};
walk.SetAction((result, stop) => CatalogWalk.RunAsync(new Uri(result.GetRequiredValue(address)), stop));

var search = new Command("search", "Measure the search engine beside plain FTS5, on the same questions.") { database };
search.SetAction(result => SearchBenchmark.Run(result.GetRequiredValue(database)));

var stages = new Command("stages", "Measure each stage of answers rendered anew, for pages of 100 and for single datasets.")
{
    database,
};
stages.SetAction(result => StageBenchmark.Run(result.GetRequiredValue(database)));

var service = new Argument<string>("URL") { Description = "The address of a running service, with a slash at its end." };
var seconds = new Option<int>("--seconds") { Description = "How long for each kind of question.", DefaultValueFactory = _ => 5 };
var clients = new Option<int>("--clients") { Description = "How many ask at once.", DefaultValueFactory = _ => 2 };
var load = new Command("load", "Ask a running service over HTTP, the words taken from its database.")
{
    service, database, seconds, clients,
};
load.SetAction((result, stop) => LoadScript.RunAsync(
    new Uri(result.GetRequiredValue(service)),
    result.GetRequiredValue(database),
    result.GetValue(seconds),
    result.GetValue(clients),
    stop));

var root = new RootCommand("Measures the service over synthetic catalogues.") { synthesize, import, walk, search, stages, load };
return await root.Parse(args).InvokeAsync();

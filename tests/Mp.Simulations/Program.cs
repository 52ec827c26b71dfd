using Mp.Simulations;
using Mp.Simulations.Planting;

// mp-sim --seed S [--count N] [--minutes M] [--stop-at-first] [--hashes]
// mp-sim planted [--seed S] [--only NAME]
return args is ["planted", ..] ? await PlantedCommand.RunAsync(args) : SimCommand.Run(args);
